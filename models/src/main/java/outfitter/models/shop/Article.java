package outfitter.models.shop;

import java.util.List;

/**
 * A page of help.
 *
 * @param id a handle, 'returns'
 * @param body plain text; paragraphs are parted by an empty line
 */
public record Article(String id, String locale, String title, String body, List<String> tags) {
    public Article {
        tags = List.copyOf(tags);
    }
}
