//! Serves one page on the loopback interface, and tells the browsers that show it which version there is.

use crate::page::hash_source;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{SystemTime, UNIX_EPOCH};

/// The page that is served.
#[derive(Debug)]
pub struct Server(Mutex<Shown>);

#[derive(Debug)]
struct Shown {
    version: u128,
    html: String,
}

impl Server {
    /// Serves that page to everyone who asks the listener, until the process ends.
    pub fn start(listener: TcpListener, html: String) -> Arc<Server> {
        // Begins with the time, so that a browser that is left open notices that the server was started anew.
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let version = now.as_millis();
        let server = Arc::new(Server(Mutex::new(Shown { version, html })));
        let shared = Arc::clone(&server);
        thread::spawn(move || {
            for connection in listener.incoming().map_while(Result::ok) {
                let server = Arc::clone(&shared);
                // A thread each, because a browser may open a connection ahead of time and send nothing.
                thread::spawn(move || server.answer(&connection));
            }
        });
        server
    }

    /// Serves another page from now on.
    pub fn show(&self, html: String) {
        let mut shown = self.shown();
        shown.version += 1;
        shown.html = html;
    }

    fn shown(&self) -> MutexGuard<'_, Shown> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn answer(&self, mut connection: &TcpStream) -> Option<()> {
        let mut lines = BufReader::new(connection).lines().map_while(Result::ok);
        let request = lines.next()?;
        lines.find(String::is_empty)?;
        let mut words = request.split(' ');
        let path = words.next().filter(|method| *method == "GET").and(words.next())?;
        let (status, body) = match path {
            "/" => ("200 OK", self.page()),
            "/version" => ("200 OK", self.shown().version.to_string()),
            _ => ("404 Not Found", String::new()),
        };
        let kind = if path == "/" { "text/html" } else { "text/plain" };
        let length = body.len();
        let head = format!(
            "HTTP/1.1 {status}\r\nContent-Type: {kind}; charset=utf-8\r\nContent-Length: {length}\r\n\
             Cache-Control: no-store\r\nConnection: close\r\n\r\n"
        );
        connection.write_all(head.as_bytes()).ok()?;
        connection.write_all(body.as_bytes()).ok()
    }

    fn page(&self) -> String {
        let shown = self.shown();
        with_reload(&shown.html, shown.version)
    }
}

/// The page with a script that loads it anew when there is another. The page's own policy allows no request, so in this
/// copy, and in no other, it allows that script and requests to this server.
fn with_reload(html: &str, version: u128) -> String {
    let script = include_str!("reload.js").replace("{{version}}", &version.to_string());
    let hash = hash_source(&script);
    html.replacen(
        "default-src 'none'; script-src ",
        &format!("default-src 'none'; connect-src 'self'; script-src {hash} "),
        1,
    )
    .replacen("<title>", &format!("<script>{script}</script>\n<title>"), 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{Ingredients, assemble};
    use iss_followup::record::DatasetParts;
    use std::io::Read;
    use std::net::{Ipv4Addr, SocketAddr};

    fn built() -> String {
        let empty = String::new;
        assemble(&Ingredients {
            style: empty(),
            dataset: r#"{"measures":[{}]}"#.to_owned(),
            of_dataset: DatasetParts::default(),
            is_tight: true,
            in_parts: None,
            program: b"\0asm".to_vec(),
            glue: empty(),
            head: empty(),
            boot: empty(),
        })
        .unwrap()
    }

    fn started(html: String) -> (Arc<Server>, SocketAddr) {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let address = listener.local_addr().unwrap();
        (Server::start(listener, html), address)
    }

    fn get(address: SocketAddr, path: &str) -> String {
        let mut connection = TcpStream::connect(address).unwrap();
        write!(connection, "GET {path} HTTP/1.1\r\nHost: {address}\r\n\r\n").unwrap();
        let mut answer = String::new();
        connection.read_to_string(&mut answer).unwrap();
        answer
    }

    #[test]
    fn the_served_page_reloads_itself_and_the_built_one_can_not() {
        let built = built();
        let (_server, address) = started(built.clone());
        let answer = get(address, "/");
        let (head, served) = answer.split_once("\r\n\r\n").unwrap();
        assert!(head.starts_with("HTTP/1.1 200 OK\r\n"), "{head}");
        let (_, script) = served.split_once("<script>").unwrap();
        let script = script.split_once("</script>").unwrap().0;
        assert!(script.contains("location.reload()"), "{script}");
        assert!(
            served.contains(&hash_source(script)),
            "the policy does not allow {script}"
        );
        assert!(served.contains("connect-src 'self';"), "{served}");
        assert!(!built.contains("location.reload()") && !built.contains("connect-src"));
    }

    #[test]
    fn another_page_has_another_version() {
        let (server, address) = started("<title>one</title>".to_owned());
        let version = get(address, "/version");
        assert_eq!(get(address, "/version"), version);
        server.show("<title>two</title>".to_owned());
        assert_ne!(get(address, "/version"), version);
        assert!(get(address, "/").contains("<title>two</title>"));
    }

    #[test]
    fn nothing_but_the_page_is_served() {
        let (_server, address) = started(String::new());
        assert!(get(address, "/Cargo.toml").starts_with("HTTP/1.1 404 "));
    }
}
