package outfitter.models.shop;

import org.jspecify.annotations.Nullable;

/**
 * A shelf of the shop. Products lie in the leaves; the others only group.
 *
 * @param id path-like, 'footwear/hiking-boots'
 * @param drawing which parametric drawing shows its products; leaves only
 * @param sizeTable leaves only, and only where sizes need explaining
 * @param position place among all categories, lowest first
 */
public record Category(
        String id,
        @Nullable String parent,
        String name,
        @Nullable String drawing,
        @Nullable SizeTable sizeTable,
        int position) {}
