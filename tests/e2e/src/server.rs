//! Serves one page over http on the loopback interface, and keeps every request that arrives.

use anyhow::Result;
use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

/// A server that ends with the test process.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    requests: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// Starts serving `html` at `/`, and nothing else.
    ///
    /// # Errors
    /// When no port is free.
    pub fn start(html: String) -> Result<Server> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let address = listener.local_addr()?;
        let requests = Arc::default();
        let kept = Arc::clone(&requests);
        let html: Arc<str> = html.into();
        thread::spawn(move || {
            for connection in listener.incoming().map_while(Result::ok) {
                let (html, kept) = (Arc::clone(&html), Arc::clone(&kept));
                // A thread each, because a browser may open a connection ahead of time and send nothing.
                thread::spawn(move || answer(&connection, &html, &kept));
            }
        });
        Ok(Server { address, requests })
    }

    /// Where the page is served.
    pub fn address(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// What was asked for so far, such as `GET /`.
    pub fn requests(&self) -> Vec<String> {
        self.requests.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

fn answer(mut connection: &TcpStream, html: &str, requests: &Mutex<Vec<String>>) -> Option<()> {
    let mut lines = BufReader::new(connection).lines().map_while(Result::ok);
    let request = lines.next()?.strip_suffix(" HTTP/1.1")?.to_owned();
    lines.find(String::is_empty)?;
    let (status, body) = if request == "GET /" {
        ("200 OK", html)
    } else {
        ("404 Not Found", "")
    };
    requests.lock().unwrap_or_else(PoisonError::into_inner).push(request);
    let length = body.len();
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n"
    );
    connection.write_all(head.as_bytes()).ok()?;
    connection.write_all(body.as_bytes()).ok()
}
