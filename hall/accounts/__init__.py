"""Customer accounts: who pays for which usage point, by which tariff, with which credit."""
