-- Policies and the library below scripts/rotnem.
std = "lua54"

-- Declarations for editors: nothing in them is ever called.
files["**/rotnem/api.lua"] = { unused = false, max_line_length = false }
