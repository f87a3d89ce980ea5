//! Whether the desktop is light or dark, where the windowing library does not know: on Linux
//! the desktop portal tells, and tells again when it changes.

use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

use egui::{Context, RawInput, Theme};

/// What the desktop wants, as far as it has said so.
#[derive(Clone, Default)]
pub(super) struct SystemTheme(Arc<AtomicU8>);

/// The values of `color-scheme` in the portal's `org.freedesktop.appearance`.
const DARK: u8 = 1;
const LIGHT: u8 = 2;

impl SystemTheme {
    /// Begins to listen to the desktop, on a thread of its own.
    pub(super) fn listen(ctx: &Context) -> Self {
        let theme = Self::default();
        #[cfg(all(unix, not(target_os = "macos")))]
        {
            let (shared, ctx) = (theme.clone(), ctx.clone());
            let listen = move || {
                // Without a session bus or a portal there is nobody to listen to.
                let _ = portal::listen(|scheme| {
                    shared.0.store(scheme, Ordering::Relaxed);
                    ctx.request_repaint();
                });
            };
            let _ = std::thread::Builder::new().name("theme".to_owned()).spawn(listen);
        }
        #[cfg(not(all(unix, not(target_os = "macos"))))]
        let _ = ctx;
        theme
    }

    /// Tells egui what the desktop wants, unless egui knows already.
    pub(super) fn apply(&self, input: &mut RawInput) {
        if input.system_theme.is_none() {
            input.system_theme = match self.0.load(Ordering::Relaxed) {
                DARK => Some(Theme::Dark),
                LIGHT => Some(Theme::Light),
                _ => None,
            };
        }
    }
}

#[cfg(all(unix, not(target_os = "macos")))]
mod portal {
    //! The desktop portal's settings
    //! (<https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Settings.html>).

    use zbus::blocking::{Connection, Proxy};
    use zbus::zvariant::{OwnedValue, Value};

    const APPEARANCE: &str = "org.freedesktop.appearance";
    const SCHEME: &str = "color-scheme";

    /// Calls `tell` with the scheme, and again whenever it changes. Returns when the portal or
    /// the bus goes away.
    pub(super) fn listen(tell: impl Fn(u8)) -> zbus::Result<()> {
        let bus = Connection::session()?;
        let settings = Proxy::new(
            &bus,
            "org.freedesktop.portal.Desktop",
            "/org/freedesktop/portal/desktop",
            "org.freedesktop.portal.Settings",
        )?;
        let changes = settings.receive_signal("SettingChanged")?;
        let now: OwnedValue = settings.call("ReadOne", &(APPEARANCE, SCHEME))?;
        tell(scheme(&now));
        for change in changes {
            let body = change.body();
            let (namespace, key, value): (&str, &str, Value<'_>) = body.deserialize()?;
            if (namespace, key) == (APPEARANCE, SCHEME) {
                tell(scheme(&value));
            }
        }
        Ok(())
    }

    fn scheme(value: &Value<'_>) -> u8 {
        match value {
            Value::U32(scheme) => u8::try_from(*scheme).unwrap_or_default(),
            Value::Value(inner) => self::scheme(inner),
            _ => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_window_knows_itself_comes_first() {
        let check = |portal, known, expected| {
            let theme = SystemTheme(Arc::new(AtomicU8::new(portal)));
            let mut input = RawInput { system_theme: known, ..RawInput::default() };
            theme.apply(&mut input);
            assert_eq!(input.system_theme, expected);
        };
        check(DARK, None, Some(Theme::Dark));
        check(LIGHT, None, Some(Theme::Light));
        check(0, None, None);
        check(DARK, Some(Theme::Light), Some(Theme::Light));
    }
}
