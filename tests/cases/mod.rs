//! How many cases a property is tried on.

use proptest::prelude::ProptestConfig;

/// So many times as many are tried before a release.
const BEFORE_A_RELEASE: u32 = 8;

/// That many cases, and more of them with `cargo xtask test --all`. A failing case is made smaller for some seconds at most.
pub fn cases(count: u32) -> ProptestConfig {
    let is_thorough = std::env::var_os("TEST_ALL").is_some();
    ProptestConfig {
        max_shrink_iters: 32,
        ..ProptestConfig::with_cases(if is_thorough { BEFORE_A_RELEASE * count } else { count })
    }
}
