#!/usr/bin/env python3
"""Builds the world map: world.bin beside this script.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python3 build.py package/countries-50m.json

The file is Natural Earth 4.1.0 (public domain), 1:50m, as the package world-atlas 2.0.2 (ISC)
carries it in TopoJSON. Python's standard library only; the same input gives the same bytes.

world.bin: magic "DLMAP1\\n\\0"; then unsigned numbers of 7 bits a byte, the lowest first, the top
bit on all bytes but a number's last; signed ones are zigzag (0, -1, 1, -2 are 0, 1, 2, 3).
 1. The number of lines; per line what it is (0 neither, 1 coast, 2 border), the number of its
    points, and its points: the first as x and y, the others as what is added to the one before,
    signed x, then 4 times the signed y as zigzag plus the coarsest level (0 coarsest, 2 finest)
    that has this point. 131,072 steps are 360 degrees; x counts from 180 west, y from 90 south.
 2. The number of areas of land; per area the number of its rings (the first is its outside, the
    others are holes), per ring the number of its lines, per line signed its index, or, where it
    is run through backwards, -1 minus its index.
"""
import json
import math
import pathlib
import sys

HERE = pathlib.Path(__file__).parent
STEPS = 131_072
# What a level may be off, as a share of the world's width: half a pixel of a world that is
# 1,200 and 4,800 pixels wide.
TOLERANCES = (0.5 / 1_200, 0.5 / 4_800)


def main():
    topology = json.loads(pathlib.Path(sys.argv[1]).read_text())
    lines = [decoded(arc, topology["transform"]) for arc in topology["arcs"]]
    objects = topology["objects"]
    coast = set(indices([g["arcs"] for g in objects["land"]["geometries"]]))
    uses = [0] * len(lines)
    for geometry in objects["countries"]["geometries"]:
        for index in indices(geometry.get("arcs", [])):
            uses[index] += 1
    out = bytearray(b"DLMAP1\n\0")
    put(out, len(lines))
    for index, line in enumerate(lines):
        put(out, 1 if index in coast else 2 if uses[index] > 1 else 0)
        put_line(out, line)
    areas = [area for g in objects["land"]["geometries"] for area in polygons(g)]
    put(out, len(areas))
    for rings in areas:
        put(out, len(rings))
        for ring in rings:
            put(out, len(ring))
            for index in ring:
                put(out, zigzag(index))
    (HERE / "world.bin").write_bytes(out)
    print(len(lines), "lines,", sum(map(len, lines)), "points,", len(areas), "areas,", len(out), "bytes")


def decoded(arc, transform):
    """The points of a delta-encoded arc in degrees."""
    (sx, sy), (tx, ty) = transform["scale"], transform["translate"]
    points, x, y = [], 0, 0
    for dx, dy in arc:
        x, y = x + dx, y + dy
        points.append((x * sx + tx, y * sy + ty))
    return points


def polygons(geometry):
    return geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]


def indices(arcs):
    """The lines that nested lists of arcs name, whichever way they run."""
    for arc in arcs:
        if isinstance(arc, list):
            yield from indices(arc)
        else:
            yield arc if arc >= 0 else ~arc


def put_line(out, line):
    steps = [(round((x + 180) / 360 * STEPS), round((y + 90) / 360 * STEPS)) for x, y in line]
    levels = levels_of(projected(line))
    put(out, len(steps))
    (x, y) = steps[0]
    put(out, x)
    put(out, y)
    for (nx, ny), level in zip(steps[1:], levels[1:]):
        put(out, zigzag(nx - x))
        put(out, zigzag(ny - y) * 4 + level)
        x, y = nx, ny


def projected(line):
    """Mercator, as shares of the world's width; a line over the antimeridian is not torn."""
    points, turn, before = [], 0, None
    for longitude, latitude in line:
        if before is not None and abs(longitude - before) > 180:
            turn += 360 if longitude < before else -360
        before = longitude
        latitude = math.radians(max(-85.0, min(85.0, latitude)))
        y = math.log(math.tan(math.pi / 4 + latitude / 2)) / (2 * math.pi)
        points.append(((longitude + turn) / 360, y))
    return points


def levels_of(points):
    """The coarsest level that has each point (Douglas and Peucker 1973)."""
    weights = [0.0] * len(points)
    weights[0] = weights[-1] = math.inf
    todo = [(0, len(points) - 1, math.inf)]
    while todo:
        first, last, limit = todo.pop()
        if last - first < 2:
            continue
        at, far = max(
            ((i, distance(points[i], points[first], points[last])) for i in range(first + 1, last)),
            key=lambda found: found[1],
        )
        # Never more than the stretch that it divides: the levels are within one another.
        weights[at] = min(far, limit)
        todo += [(first, at, weights[at]), (at, last, weights[at])]
    return [next((n for n, t in enumerate(TOLERANCES) if weight > t), 2) for weight in weights]


def distance(point, one, other):
    """From a point to the line between two."""
    (px, py), (ax, ay), (bx, by) = point, one, other
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    along = 0.0 if length == 0 else max(0.0, min(1.0, ((px - ax) * dx + (py - ay) * dy) / length))
    return math.hypot(px - ax - along * dx, py - ay - along * dy)


def zigzag(number):
    return number * 2 if number >= 0 else -number * 2 - 1


def put(out, number):
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    out.append(number)


main()
