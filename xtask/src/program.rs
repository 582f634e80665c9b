//! The app -> WebAssembly, and the script that binds it to the browser.

use crate::reorder::reorder;
use crate::tools;
use anyhow::{Context, Result, anyhow, bail, ensure};
use serde_json::Value;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use wasm_bindgen_cli_support::Bindgen;

/// The target that browsers run.
pub const TARGET: &str = "wasm32-unknown-unknown";

const APP: &str = "iss-followup";

/// Leptos lets a program be split after it was built, for which it exports a name that ends with a hash of the folder in which
/// cargo keeps its crates. Ours is not split, and must be the same wherever it is built.
const SPLIT_MARKER: &str = "_WASM_SPLIT_MARKER_";

/// How the app is built.
#[derive(Clone, Copy, Debug)]
pub struct Build<'a> {
    /// The name of the profile in `Cargo.toml`.
    pub profile: &'a str,
    /// How deep calls may go.
    pub stack_bytes: usize,
    /// A target folder of its own, where one is named.
    pub target_folder: Option<&'a Path>,
}

impl Build<'_> {
    /// As it is published. A quarter of this stack is enough for every page and for the deepest file that is read; the linker's
    /// own megabyte would be a third of the program's memory.
    pub const RELEASE: Build<'static> = Build {
        profile: "release",
        stack_bytes: 256 * 1024,
        target_folder: None,
    };
    /// Built in seconds. Code that is not optimised needs a deeper stack.
    pub const DEVELOPMENT: Build<'static> = Build {
        profile: "dev",
        stack_bytes: 4 * 1024 * 1024,
        target_folder: None,
    };
}

/// The built app.
#[derive(Debug)]
pub struct Program {
    /// The WebAssembly module.
    pub wasm: Vec<u8>,
    /// The classic script that defines `wasm_bindgen`.
    pub glue: String,
}

/// Builds the app for the browser.
///
/// # Errors
/// When the target is missing, the build fails, or a path of this machine is left in a program that is published.
pub fn build(root: &Path, how: &Build<'_>) -> Result<Program> {
    ensure_target(root)?;
    let machine = Machine::find(root, how.target_folder)?;
    tools::run(
        cargo(root, how.target_folder)
            .args(["build", "--package", APP, "--bin", APP, "--target", TARGET])
            .args(["--profile", how.profile])
            .env("CARGO_ENCODED_RUSTFLAGS", machine.compiler_flags(how.stack_bytes)),
    )?;
    let built = machine
        .target_folder
        .join(TARGET)
        // Cargo has its own name for this folder.
        .join(if how.profile == "dev" { "debug" } else { how.profile })
        .join(APP)
        .with_extension("wasm");
    let mut program = bind(fs::read(&built).with_context(|| format!("cannot read {}", built.display()))?)?;
    if how.profile == Build::RELEASE.profile {
        program.wasm = reorder(&program.wasm)?;
        machine.check_absent_from(&program.wasm)?;
        machine.check_absent_from(program.glue.as_bytes())?;
    }
    Ok(program)
}

/// Makes sure that this Rust can build for browsers. Rustup adds the target as it installs the compiler; to a compiler that was
/// there before, or where it installs nothing unasked (`RUSTUP_AUTO_INSTALL=0`), it is added here.
///
/// # Errors
/// When the target is missing and cannot be added.
pub fn ensure_target(root: &Path) -> Result<()> {
    if has_target(root)? {
        return Ok(());
    }
    let added = match tools::find("rustup") {
        Some(_) => tools::run(Command::new("rustup").current_dir(root).args(["target", "add", TARGET])),
        None => Err(anyhow!("there is no rustup to add it with")),
    };
    added.with_context(|| {
        format!("this Rust cannot build for {TARGET}: install Rust with rustup and run `rustup target add {TARGET}`")
    })?;
    ensure!(
        has_target(root)?,
        "`rustup target add {TARGET}` has added the target to another Rust than `rustc` on the path"
    );
    Ok(())
}

fn has_target(root: &Path) -> Result<bool> {
    let mut rustc = Command::new("rustc");
    let library = tools::output(
        rustc
            .current_dir(root)
            .args(["--print", "target-libdir", "--target", TARGET]),
    )?;
    Ok(Path::new(&library).is_dir())
}

fn cargo(root: &Path, target_folder: Option<&Path>) -> Command {
    let mut cargo = tools::cargo();
    cargo.current_dir(root);
    cargo.envs(target_folder.map(|folder| ("CARGO_TARGET_DIR", folder)));
    cargo
}

fn bind(wasm: Vec<u8>) -> Result<Program> {
    let mut output = Bindgen::new()
        .no_modules(true)?
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .input_bytes(APP, wasm)
        .generate_output()?;
    let module = output.wasm_mut();
    let mut markers = Vec::new();
    for export in module.exports.iter() {
        if export.name.starts_with(SPLIT_MARKER) {
            markers.push(export.id());
        }
    }
    for marker in markers {
        module.exports.delete(marker);
    }
    let wasm = module.emit_wasm();
    Ok(Program {
        glue: without_address(output.js())?,
        wasm,
    })
}

/// The script without the lines in which it reads its own address. It has none in a page, and in a frame that has no address
/// itself, as webmail shows a page in, reading it fails. Only a program in a file of its own is found by it.
fn without_address(glue: &str) -> Result<String> {
    const BEGIN: &str = "let script_src;";
    let (before, rest) = glue
        .split_once(BEGIN)
        .with_context(|| format!("no `{BEGIN}` in the script"))?;
    let (address, after) = rest.split_once('}').context("the script does not end")?;
    ensure!(
        address.contains("document.currentScript.src") && !after.contains("script_src"),
        "wasm-bindgen uses the address of its script in another way"
    );
    Ok(format!("{before}{after}"))
}

/// The folders of this machine that the compiler would otherwise write into the program.
struct Machine {
    target_folder: PathBuf,
    // Each with what stands for it in the program; a later one wins over an earlier one that it lies in.
    folders: Vec<(PathBuf, &'static str)>,
}

impl Machine {
    fn find(root: &Path, target_folder: Option<&Path>) -> Result<Machine> {
        let metadata = tools::output(cargo(root, target_folder).args(["metadata", "--no-deps", "--format-version=1"]))?;
        let metadata: Value = serde_json::from_str(&metadata)?;
        let target_folder = PathBuf::from(
            metadata["target_directory"]
                .as_str()
                .context("cargo names no target folder")?,
        );
        let sysroot = PathBuf::from(tools::output(Command::new("rustc").args(["--print", "sysroot"]))?);
        let home = env::var_os("HOME")
            .or_else(|| env::var_os("USERPROFILE"))
            .map(PathBuf::from)
            .unwrap_or_default();
        let cargo_home = env::var_os("CARGO_HOME").map_or_else(|| home.join(".cargo"), PathBuf::from);
        let mut folders = vec![
            (root.to_path_buf(), "/app"),
            (cargo_home.clone(), "/cargo"),
            (sysroot, "/rust"),
            (target_folder.clone(), "/target"),
        ];
        // Each is named after a registry's host, which is nobody's business either.
        let registries = cargo_home
            .join("registry/src")
            .read_dir()
            .into_iter()
            .flatten()
            .flatten();
        folders.extend(registries.map(|registry| (registry.path(), "/crates")));
        Ok(Machine { target_folder, folders })
    }

    /// Flags for every crate of the page, joined by the separator that cargo documents; a space may stand in a path.
    fn compiler_flags(&self, stack_bytes: usize) -> String {
        let remap = |(folder, name): &(PathBuf, &str)| format!("--remap-path-prefix={}={name}", folder.display());
        let stack = format!("-Clink-arg=-zstack-size={stack_bytes}");
        let flags: Vec<_> = [stack].into_iter().chain(self.folders.iter().map(remap)).collect();
        flags.join("\u{1f}")
    }

    fn check_absent_from(&self, bytes: &[u8]) -> Result<()> {
        for (folder, _) in &self.folders {
            let folder = folder.display().to_string();
            if bytes.windows(folder.len()).any(|window| window == folder.as_bytes()) {
                bail!("the path {folder} of this machine stands in the built program");
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_does_not_ask_for_its_address() {
        let glue = "let app = (function(exports) {
            let script_src;
            if (typeof document !== 'undefined' && document.currentScript !== null) {
                script_src = new URL(document.currentScript.src, location.href).toString();
            }
            class A {}";
        let bare = without_address(glue).expect("a script");
        assert_eq!(
            bare.split_whitespace().collect::<Vec<_>>().join(" "),
            "let app = (function(exports) { class A {}"
        );
        let error = without_address(&format!("{glue} fetch(script_src)")).expect_err("it is used");
        assert!(error.to_string().contains("in another way"), "{error}");
    }
}
