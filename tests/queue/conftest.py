from tests.house_fixtures import house, tenant, worker

__all__ = ["house", "tenant", "worker"]
