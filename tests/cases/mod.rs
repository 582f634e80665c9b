//! How many cases a property is tried on.

use proptest::prelude::ProptestConfig;
use proptest::test_runner::RngSeed;

/// So many times as many are tried before a release.
const BEFORE_A_RELEASE: u32 = 8;

/// The seed of every day: what passes here passes anywhere.
const SEED: u64 = 20_200_203;

/// That many cases, the same ones everywhere; with `cargo xtask test --all` more of them, and others each time. `PROPTEST_RNG_SEED`
/// in the environment sets another seed. A failing case is made smaller for some seconds at most.
pub fn cases(count: u32) -> ProptestConfig {
    let is_thorough = std::env::var_os("TEST_ALL").is_some();
    let config = ProptestConfig::with_cases(if is_thorough { BEFORE_A_RELEASE * count } else { count });
    let rng_seed = match config.rng_seed {
        RngSeed::Random if !is_thorough => RngSeed::Fixed(SEED),
        asked_for => asked_for,
    };
    ProptestConfig {
        max_shrink_iters: 32,
        rng_seed,
        ..config
    }
}
