using Microsoft.AspNetCore.Http;

namespace BaseComponents.Eid.AspNetCore.Internal.EidServer;

/// <summary>Finds out whether the AusweisApp runs on this computer. It asks nothing that the browser would ask the citizen about, waits two seconds at most, and changes no link.</summary>
internal static class StatusScript
{
    private const string Script =
        """
        "use strict";
        (() => {
          const patience = 2000;
          const isWebKit = /^Apple/.test(navigator.vendor);

          // Browsers that guard the local network: asked only where the citizen has allowed it before.
          async function permission() {
            try {
              return (await navigator.permissions.query({ name: "local-network-access" })).state;
            } catch {
              return "granted";
            }
          }

          async function find(address) {
            const state = await permission();
            if (state === "denied") return "blocked";
            if (state === "prompt" || isWebKit) return "unknown";
            try {
              const answer = await fetch(address, { cache: "no-store", credentials: "omit", referrerPolicy: "no-referrer", signal: AbortSignal.timeout(patience) });
              return answer.ok && (await answer.json())["Implementation-Title"] ? "available" : "unknown";
            } catch (failure) {
              return failure.name === "TypeError" ? "unavailable" : "unknown";
            }
          }

          for (const client of document.querySelectorAll("[data-eid-client]"))
            find(client.dataset.eidClient).catch(() => "unknown").then(found => {
              for (const text of client.querySelectorAll("[data-eid-state]"))
                text.hidden = text.dataset.eidState !== found;
            });
        })();
        """;

    public static Task WriteAsync(HttpContext context)
    {
        context.Response.ContentType = "text/javascript; charset=utf-8";
        context.Response.Headers.CacheControl = "public, max-age=300";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return context.Response.WriteAsync(Script, context.RequestAborted);
    }
}
