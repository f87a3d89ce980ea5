//! A scene as SVG 1.1: the text stays text, in the fonts that the program brings.

use std::fmt::Write as _;

use crate::scene::{
    Align, Area, Color, Columns, Fade, Font, Mark, Path, Point, Polygon, Rect, RectShape, Scene,
    Shape, Size, Stroke, Symbol, TextRun, Weight,
};

/// Writes a scene as an SVG document of the scene's size.
#[must_use]
pub fn svg(scene: &Scene) -> String {
    let mut writer = Writer::default();
    for (number, layer) in scene.layers.iter().enumerate() {
        writer.layer(number, layer.clip, &layer.shapes);
    }
    let Size { width, height } = scene.size;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}\" height=\"{}\" \
         viewBox=\"0 0 {0} {1}\" font-family=\"{}, sans-serif\">\n",
        Px(width),
        Px(height),
        Font::of(Weight::Regular).family,
    );
    if !writer.definitions.is_empty() {
        let _ = writeln!(svg, "<defs>\n{}</defs>", writer.definitions);
    }
    if let Some(background) = scene.background {
        let area = Rect::new(0.0, 0.0, width, height);
        let _ = writeln!(svg, "<path d=\"{}\"{}/>", rect_path(area, 0.0, 0.0), Fill(background));
    }
    svg.push_str(&writer.body);
    svg.push_str("</svg>\n");
    svg
}

#[derive(Default)]
struct Writer {
    definitions: String,
    body: String,
    gradients: usize,
}

impl Writer {
    fn layer(&mut self, number: usize, clip: Rect, shapes: &[Shape]) {
        let _ = writeln!(
            self.definitions,
            "<clipPath id=\"c{number}\"><path d=\"{}\"/></clipPath>",
            rect_path(clip, 0.0, 0.0),
        );
        let _ = writeln!(self.body, "<g clip-path=\"url(#c{number})\">");
        for shape in shapes {
            self.shape(shape);
        }
        self.body.push_str("</g>\n");
    }

    fn shape(&mut self, shape: &Shape) {
        match shape {
            Shape::Rect(rect) => self.rect(rect),
            Shape::Line { from, to, stroke } => self.line(*from, *to, *stroke),
            Shape::Mark(mark) => self.mark(mark),
            Shape::Polygon(polygon) => self.polygon(polygon),
            Shape::Columns(columns) => self.columns(columns),
            Shape::Area(area) => self.area(area),
            Shape::Path(path) => self.path(path),
            Shape::Text(run) => self.text(run),
        }
    }

    fn rect(&mut self, shape: &RectShape) {
        let Fade { left_px, right_px } = shape.fade;
        let radius = shape.radius_px.min(shape.rect.width() / 2.0).min(shape.rect.height() / 2.0);
        let round = |fade: f32| if fade > 0.0 { 0.0 } else { radius };
        let path = rect_path(shape.rect, round(left_px), round(right_px));
        let fill = if left_px > 0.0 || right_px > 0.0 {
            let gradient = self.gradient(shape);
            format!(" fill=\"url(#g{gradient})\"")
        } else {
            Fill(shape.fill).to_string()
        };
        let _ = writeln!(self.body, "<path d=\"{path}\"{fill}{}/>", Outline(shape.stroke));
    }

    /// Defines the gradient of a rectangle whose ends fade, and gives its number.
    fn gradient(&mut self, shape: &RectShape) -> usize {
        let number = self.gradients;
        self.gradients += 1;
        let width = shape.rect.width().max(f32::EPSILON);
        let left = (shape.fade.left_px / width).clamp(0.0, 1.0);
        let right = (1.0 - shape.fade.right_px / width).clamp(left, 1.0);
        let stop = |offset: f32, opacity: f32| {
            format!(
                "<stop offset=\"{}\" stop-color=\"{}\" stop-opacity=\"{}\"/>",
                Px(offset),
                shape.fill,
                Px(opacity * f32::from(shape.fill.a) / 255.0),
            )
        };
        let mut stops = String::new();
        if left > 0.0 {
            stops.push_str(&stop(0.0, 0.0));
        }
        stops.push_str(&stop(left, 1.0));
        stops.push_str(&stop(right, 1.0));
        if right < 1.0 {
            stops.push_str(&stop(1.0, 0.0));
        }
        let _ = writeln!(
            self.definitions,
            "<linearGradient id=\"g{number}\" gradientUnits=\"userSpaceOnUse\" x1=\"{}\" y1=\"0\" \
             x2=\"{}\" y2=\"0\">{stops}</linearGradient>",
            Px(shape.rect.left),
            Px(shape.rect.right),
        );
        number
    }

    fn line(&mut self, from: Point, to: Point, stroke: Stroke) {
        let path = format!("M{} {}L{} {}", Px(from.x), Px(from.y), Px(to.x), Px(to.y));
        let _ = writeln!(self.body, "<path d=\"{path}\"{}/>", Outline(Some(stroke)));
    }

    fn mark(&mut self, mark: &Mark) {
        let (fill, outline) = (Fill(mark.fill), Outline(mark.stroke));
        let half = mark.size_px / 2.0;
        if mark.symbol == Symbol::Circle {
            let (x, y) = (Px(mark.center.x), Px(mark.center.y));
            let radius = Px(half);
            let _ = writeln!(
                self.body,
                "<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"{fill}{outline}/>"
            );
            return;
        }
        let corners = mark.symbol.corners().iter();
        let path = closed_path(corners.map(|c| mark.center.moved(c.x * half, c.y * half)));
        let _ = writeln!(self.body, "<path d=\"{path}\"{fill}{outline}/>");
    }

    fn polygon(&mut self, polygon: &Polygon) {
        let path = closed_path(polygon.points.iter().copied());
        let _ = writeln!(self.body, "<path d=\"{path}\"{}/>", Fill(polygon.fill));
    }

    fn columns(&mut self, columns: &Columns) {
        let mut path = String::new();
        for (number, &height) in columns.heights_px.iter().enumerate() {
            if height > 0.0 {
                let left = columns.left + number as f32 * columns.step_px;
                let top = columns.bottom - height;
                let rect = Rect::new(left, top, left + columns.step_px, columns.bottom);
                path.push_str(&rect_path(rect, 0.0, 0.0));
            }
        }
        let _ = writeln!(
            self.body,
            "<path d=\"{path}\"{} shape-rendering=\"crispEdges\"/>",
            Fill(columns.color)
        );
    }

    fn area(&mut self, area: &Area) {
        let rings = area.rings.iter().map(|ring| closed_path(ring.iter().copied()));
        let path: String = rings.collect();
        let _ =
            writeln!(self.body, "<path d=\"{path}\" fill-rule=\"evenodd\"{}/>", Fill(area.fill));
    }

    fn path(&mut self, path: &Path) {
        let mut d = String::new();
        add_points(&mut d, path.points.iter().copied());
        let outline = Outline(Some(path.stroke));
        let _ = writeln!(self.body, "<path d=\"{d}\" fill=\"none\"{outline}/>");
    }

    fn text(&mut self, run: &TextRun) {
        if run.text.is_empty() {
            return;
        }
        let anchor = match run.align {
            Align::Left => "",
            Align::Center => " text-anchor=\"middle\"",
            Align::Right => " text-anchor=\"end\"",
        };
        let weight = match run.weight {
            Weight::Regular => String::new(),
            weight => format!(" font-weight=\"{}\"", weight.css()),
        };
        let struck = if run.struck { " text-decoration=\"line-through\"" } else { "" };
        let _ = writeln!(
            self.body,
            "<text x=\"{}\" y=\"{}\" font-size=\"{}\"{weight}{anchor}{struck}{} \
             xml:space=\"preserve\">{}</text>",
            Px(run.position.x),
            Px(run.position.y + TextRun::BASELINE_EM * run.size_px),
            Px(run.size_px),
            Fill(run.color),
            escaped(&run.text),
        );
    }
}

/// A rectangle with round corners at its left and its right end.
fn rect_path(rect: Rect, left_radius: f32, right_radius: f32) -> String {
    let Rect { left, top, right, bottom } = rect;
    let mut path = format!("M{} {}H{}", Px(left + left_radius), Px(top), Px(right - right_radius));
    let arc = |path: &mut String, radius: f32, x: f32, y: f32| {
        if radius > 0.0 {
            let radius = Px(radius);
            let _ = write!(path, "A{radius} {radius} 0 0 1 {} {}", Px(x), Px(y));
        }
    };
    arc(&mut path, right_radius, right, top + right_radius);
    let _ = write!(path, "V{}", Px(bottom - right_radius));
    arc(&mut path, right_radius, right - right_radius, bottom);
    let _ = write!(path, "H{}", Px(left + left_radius));
    arc(&mut path, left_radius, left, bottom - left_radius);
    let _ = write!(path, "V{}", Px(top + left_radius));
    arc(&mut path, left_radius, left + left_radius, top);
    path.push('Z');
    path
}

fn closed_path(points: impl Iterator<Item = Point>) -> String {
    let mut path = String::new();
    add_points(&mut path, points);
    path.push('Z');
    path
}

fn add_points(path: &mut String, points: impl Iterator<Item = Point>) {
    for (number, point) in points.enumerate() {
        let command = if number == 0 { 'M' } else { 'L' };
        let _ = write!(path, "{command}{} {}", Px(point.x), Px(point.y));
    }
}

/// Text with what XML reserves written as entities, and without what XML forbids.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '\u{FFFE}' | '\u{FFFF}' => {}
            letter if letter.is_control() => escaped.push(' '),
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// A number with two decimals at most.
struct Px(f32);

impl std::fmt::Display for Px {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let hundredths = (f64::from(self.0) * 100.0).round() / 100.0;
        // Adding nought turns -0 into 0.
        write!(f, "{}", hundredths + 0.0)
    }
}

struct Fill(Color);

impl std::fmt::Display for Fill {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.0.a {
            0 => f.write_str(" fill=\"none\""),
            255 => write!(f, " fill=\"{}\"", self.0),
            a => {
                let opacity = Px(f32::from(a) / 255.0);
                write!(f, " fill=\"{}\" fill-opacity=\"{opacity}\"", self.0)
            }
        }
    }
}

struct Outline(Option<Stroke>);

impl std::fmt::Display for Outline {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Some(stroke) = self.0 else { return Ok(()) };
        write!(f, " stroke=\"{}\"", stroke.color)?;
        if stroke.color.a < 255 {
            write!(f, " stroke-opacity=\"{}\"", Px(f32::from(stroke.color.a) / 255.0))?;
        }
        write!(f, " stroke-width=\"{}\"", Px(stroke.width_px))?;
        if stroke.dashed { f.write_str(" stroke-dasharray=\"3 3\"") } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(shape: Shape) -> String {
        let mut scene = Scene::new(Size::new(100.0, 50.0), None);
        scene.push(Rect::new(0.0, 0.0, 100.0, 50.0), vec![shape]);
        svg(&scene)
    }

    #[test]
    fn text_is_escaped_and_stands_on_its_baseline() {
        let svg = of(Shape::Text(TextRun {
            position: Point::new(10.0, 20.0),
            align: Align::Center,
            size_px: 10.0,
            weight: Weight::SemiBold,
            color: Color::hex(0x1C_1C_1A),
            struck: true,
            text: "Tom & \"Jerry\" <3\u{1}".to_owned(),
        }));
        let expected = "<text x=\"10\" y=\"23.64\" font-size=\"10\" font-weight=\"600\" \
                        text-anchor=\"middle\" text-decoration=\"line-through\" fill=\"#1c1c1a\" \
                        xml:space=\"preserve\">Tom &amp; \"Jerry\" &lt;3 </text>";
        assert!(svg.contains(expected), "{svg}");
        resvg::usvg::roxmltree::Document::parse(&svg).expect("well-formed XML");
    }

    #[test]
    fn a_fading_end_is_a_gradient_and_has_no_corners() {
        let svg = of(Shape::Rect(RectShape {
            rect: Rect::new(0.0, 0.0, 80.0, 14.0),
            radius_px: 3.0,
            fill: Color::hex(0xFF_00_00).with_opacity(0.5),
            fade: Fade { left_px: 20.0, right_px: 0.0 },
            stroke: None,
        }));
        assert!(
            svg.contains("<stop offset=\"0.25\" stop-color=\"#ff0000\" stop-opacity=\"0.5\"/>")
        );
        assert!(svg.contains("M0 0H77A3 3 0 0 1 80 3V11A3 3 0 0 1 77 14H0V0Z"), "{svg}");
    }

    #[test]
    fn empty_columns_are_not_drawn() {
        let svg = of(Shape::Columns(Columns {
            left: 0.0,
            bottom: 40.0,
            step_px: 2.0,
            heights_px: vec![0.0, 10.0],
            color: Color::hex(0),
        }));
        assert!(svg.contains("<path d=\"M2 30H4V40H2V30Z\""), "{svg}");
    }
}
