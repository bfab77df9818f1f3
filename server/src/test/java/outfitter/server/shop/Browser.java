package outfitter.server.shop;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;

/** Somebody who looks around in the shop, with a token once they have asked for one. */
final class Browser {
    private final WebClient http;
    private String token = "";
    String visitor = "";

    Browser(ShopServer server) {
        http = WebClient.create(server.vertx, new WebClientOptions().setDefaultPort(server.port()));
    }

    static Browser arriving(ShopServer server) throws Exception {
        Browser browser = new Browser(server);
        browser.arrive(new JsonObject());
        return browser;
    }

    void arrive(JsonObject ask) throws Exception {
        JsonObject grant = post("/api/site/token", ask).bodyAsJsonObject();
        token = grant.getString("token");
        visitor = grant.getString("conversationId");
    }

    void signIn(String externalId) throws Exception {
        JsonObject signed = post("/api/demo/identity", new JsonObject().put("externalId", externalId))
                .bodyAsJsonObject();
        arrive(new JsonObject().put("visitor", visitor).put("identity", signed.getString("identity")));
    }

    HttpResponse<Buffer> get(String path) throws Exception {
        return request(HttpMethod.GET, path).send().await(10, SECONDS);
    }

    JsonObject json(String path) throws Exception {
        return get(path).bodyAsJsonObject();
    }

    HttpResponse<Buffer> post(String path, JsonObject body) throws Exception {
        return request(HttpMethod.POST, path).sendJsonObject(body).await(10, SECONDS);
    }

    HttpResponse<Buffer> put(String path, JsonObject body) throws Exception {
        return request(HttpMethod.PUT, path).sendJsonObject(body).await(10, SECONDS);
    }

    HttpResponse<Buffer> add(String sku, int quantity) throws Exception {
        return post("/api/shop/cart/lines", new JsonObject().put("sku", sku).put("quantity", quantity));
    }

    HttpRequest<Buffer> request(HttpMethod method, String path) {
        HttpRequest<Buffer> request = http.request(method, path);
        return token.isEmpty() ? request : request.bearerTokenAuthentication(token);
    }
}
