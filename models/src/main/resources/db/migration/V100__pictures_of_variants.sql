-- Where the shop itself keeps the picture; without one we draw.
ALTER TABLE variant ADD COLUMN picture text;
