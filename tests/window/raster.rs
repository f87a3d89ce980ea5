//! Draws egui's output on the CPU: triangles, bilinear textures, premultiplied blending, clip.
//! It needs no display, no graphics card and no driver, and gives the same picture everywhere.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use egui::epaint::{ClippedPrimitive, ImageDelta, Mesh, Primitive, Vertex};
use egui::{Color32, ColorImage, ImageData, Pos2, Rect, TextureId, TexturesDelta};
use egui_kittest::TestRenderer;

/// The textures that egui has given out so far, shared with the harness.
#[derive(Clone, Default)]
pub(crate) struct Textures(Rc<RefCell<HashMap<TextureId, ColorImage>>>);

impl TestRenderer for Textures {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        let mut textures = self.0.borrow_mut();
        for (id, changes) in delta.set.drain() {
            changes.iter().for_each(|change| apply(&mut textures, id, change));
        }
        for id in delta.free.drain() {
            textures.remove(&id);
        }
    }
}

fn apply(textures: &mut HashMap<TextureId, ColorImage>, id: TextureId, change: &ImageDelta) {
    let ImageData::Color(image) = &change.image;
    let Some([left, top]) = change.pos else {
        textures.insert(id, (**image).clone());
        return;
    };
    let texture = textures.get_mut(&id).expect("a part of a texture that is there");
    for y in 0..image.height() {
        for x in 0..image.width() {
            texture[(left + x, top + y)] = image[(x, y)];
        }
    }
}

impl Textures {
    /// Draws a frame of `size` pixels, one to a logical one.
    pub(crate) fn draw(&self, primitives: &[ClippedPrimitive], size: [usize; 2]) -> ColorImage {
        let mut picture = ColorImage::filled(size, Color32::BLACK);
        let textures = self.0.borrow();
        for primitive in primitives {
            if let Primitive::Mesh(mesh) = &primitive.primitive {
                let texture = &textures[&mesh.texture_id];
                draw_mesh(&mut picture, mesh, texture, primitive.clip_rect);
            }
        }
        picture
    }
}

fn draw_mesh(picture: &mut ColorImage, mesh: &Mesh, texture: &ColorImage, clip: Rect) {
    let [width, height] = picture.size;
    let clip = Rect { min: clip.min.round(), max: clip.max.round() };
    let clip =
        clip.intersect(Rect::from_min_max(Pos2::ZERO, Pos2::new(width as f32, height as f32)));
    for corners in mesh.indices.as_chunks::<3>().0 {
        draw_triangle(picture, corners.map(|at| mesh.vertices[at as usize]), texture, clip);
    }
}

/// Twice the area below which a triangle is too thin for its sides to be told apart.
const SLIVER: f32 = 1e-2;

fn draw_triangle(picture: &mut ColorImage, corners: [Vertex; 3], texture: &ColorImage, clip: Rect) {
    let [a, b, c] = corners.map(|corner| corner.pos);
    let area = cross(a, b, c);
    let bounds = Rect::from_points(&[a, b, c]).intersect(clip);
    if area.abs() < SLIVER || !bounds.is_positive() {
        return;
    }
    for y in bounds.top().floor() as usize..bounds.bottom().ceil() as usize {
        for x in bounds.left().floor() as usize..bounds.right().ceil() as usize {
            let at = Pos2::new(x as f32 + 0.5, y as f32 + 0.5);
            let shares = [cross(b, c, at) / area, cross(c, a, at) / area, cross(a, b, at) / area];
            if shares.iter().zip(0..).all(|(&share, edge)| is_inside(share, edge, &corners, area)) {
                let below = picture[(x, y)];
                picture[(x, y)] = blend(shade(corners, shares, texture), below);
            }
        }
    }
}

/// A pixel on the edge of two triangles belongs to one of them (the top-left rule).
fn is_inside(share: f32, edge: usize, corners: &[Vertex; 3], area: f32) -> bool {
    let (from, to) = (corners[(edge + 1) % 3].pos, corners[(edge + 2) % 3].pos);
    let (dx, dy) =
        if area > 0.0 { (to.x - from.x, to.y - from.y) } else { (from.x - to.x, from.y - to.y) };
    share > 0.0 || (share == 0.0 && (dy < 0.0 || (dy == 0.0 && dx > 0.0)))
}

fn cross(a: Pos2, b: Pos2, c: Pos2) -> f32 {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}

fn shade(corners: [Vertex; 3], shares: [f32; 3], texture: &ColorImage) -> [f32; 4] {
    let mut color = [0.0; 4];
    let (mut u, mut v) = (0.0, 0.0);
    for (corner, share) in corners.iter().zip(shares) {
        for (sum, channel) in color.iter_mut().zip(corner.color.to_array()) {
            *sum += f32::from(channel) * share;
        }
        u += corner.uv.x * share;
        v += corner.uv.y * share;
    }
    let texel = sample(texture, u, v);
    std::array::from_fn(|channel| color[channel] * texel[channel] / 255.0)
}

/// The colour of a texture between its four nearest texels.
fn sample(texture: &ColorImage, u: f32, v: f32) -> [f32; 4] {
    let [width, height] = texture.size;
    let (x, y) = (u * width as f32 - 0.5, v * height as f32 - 0.5);
    let (fx, fy) = (x - x.floor(), y - y.floor());
    let texel = |dx: f32, dy: f32| {
        let at = |value: f32, side: usize| value.clamp(0.0, side as f32 - 1.0) as usize;
        texture[(at(x.floor() + dx, width), at(y.floor() + dy, height))].to_array()
    };
    let corners = [texel(0.0, 0.0), texel(1.0, 0.0), texel(0.0, 1.0), texel(1.0, 1.0)];
    std::array::from_fn(|channel| {
        let [top_left, top_right, left, right] = corners.map(|texel| f32::from(texel[channel]));
        let above = top_left * (1.0 - fx) + top_right * fx;
        let below = left * (1.0 - fx) + right * fx;
        above * (1.0 - fy) + below * fy
    })
}

fn blend(over: [f32; 4], below: Color32) -> Color32 {
    let rest = 1.0 - over[3] / 255.0;
    let mix = |channel: usize| {
        (over[channel] + f32::from(below.to_array()[channel]) * rest).round().clamp(0.0, 255.0)
            as u8
    };
    Color32::from_rgba_premultiplied(mix(0), mix(1), mix(2), mix(3))
}
