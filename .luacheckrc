-- What a policy sees is given by the worker; library modules get `core` as their argument.
std = "lua54"
max_line_length = 160
