#include "chance.h"

struct chance
chance_stream (guint64 seed, guint64 stream)
{
	struct chance chance = { seed ^ (stream * G_GUINT64_CONSTANT (0xd1342543de82ef95)) };
	return (struct chance) { chance_next (&chance) };
}

guint64
chance_next (struct chance *chance)
{
	guint64 z = (chance->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));
	z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
	z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
	return z ^ (z >> 31);
}

guint
chance_below (struct chance *chance, guint n)
{
	return (guint) (((chance_next (chance) >> 32) * n) >> 32);
}

guint
chance_between (struct chance *chance, guint least, guint most)
{
	return least + chance_below (chance, most - least + 1);
}

gboolean
chance_percent (struct chance *chance, guint percent)
{
	return chance_below (chance, 100) < percent;
}
