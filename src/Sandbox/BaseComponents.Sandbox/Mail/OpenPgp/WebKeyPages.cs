using System.Security.Cryptography;
using BaseComponents.Sandbox.Internal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace BaseComponents.Sandbox.Mail.OpenPgp;

/// <summary>The Web Key Directory of the mailboxes with OpenPGP keys, in both its forms. The direct form answers for all domains, since the Sandbox has no name of its own.</summary>
internal sealed class WebKeyPages(PgpKeys keys, SandboxFaults faults)
{
    public const string Path = "/.well-known/openpgpkey";
    private const int TooMuch = 2_000_000;

    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Path + "/{domain}/hu/{hash}", (HttpContext http, string domain, string hash) => AnswerAsync(http, hash, domain));
        endpoints.MapGet(Path + "/hu/{hash}", (HttpContext http, string hash) => AnswerAsync(http, hash, null));
        endpoints.MapGet(Path + "/{domain}/policy", () => Results.Text(""));
        endpoints.MapGet(Path + "/policy", () => Results.Text(""));
    }

    private async Task<IResult> AnswerAsync(HttpContext http, string hash, string? domain)
    {
        if (faults.Take(MailFaults.WebKeySlow) is { } slow)
            await Task.Delay(slow.Milliseconds, http.RequestAborted);
        if (faults.Take(MailFaults.WebKeyUnknown) is not null || Find(hash, domain) is not { } key)
            return Results.NotFound();
        if (faults.Take(MailFaults.WebKeyOversized) is not null)
            return Octets(RandomNumberGenerator.GetBytes(TooMuch));
        if (faults.Take(MailFaults.WebKeyRevoked) is not null)
            return Octets(PgpText.Octets(keys.Withdrawn.PublicKey));
        if (faults.Take(MailFaults.WebKeyOfAnother) is not null)
            key = keys.Find(SandboxMailboxes.Sender)!;
        return Octets(PgpText.Octets(key.PublicKey));
    }

    private PgpMailboxKey? Find(string hash, string? domain) => keys.All.FirstOrDefault(key =>
        WebKeyHash.Of(key.Address) == hash && (domain is null || key.Address.EndsWith("@" + domain, StringComparison.OrdinalIgnoreCase)));

    private static IResult Octets(byte[] content) => Results.Bytes(content, "application/octet-stream");
}
