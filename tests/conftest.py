"""Settings for all tests."""

from hypothesis import HealthCheck, settings

# The same examples in every run, and no limit on the time of one: speed is measured by benchmarks, not by tests.
settings.register_profile(
    "steady", derandomize=True, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("steady")
