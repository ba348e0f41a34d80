#include "chance.h"

guint64
rn_chance_next (struct rn_chance *chance)
{
	guint64 z = (chance->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));
	z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
	z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
	return z ^ (z >> 31);
}

guint
rn_chance_below (struct rn_chance *chance, guint n)
{
	return (guint) (((rn_chance_next (chance) >> 32) * n) >> 32);
}

gboolean
rn_chance_percent (struct rn_chance *chance, guint percent)
{
	return rn_chance_below (chance, 100) < percent;
}
