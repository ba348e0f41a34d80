-- Policies and the library below scripts/rotnem.
std = "lua54"
