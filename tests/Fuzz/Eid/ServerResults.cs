using System.Net;
using BaseComponents.Eid;
using BaseComponents.Eid.EidServer;
using BaseComponents.Tests.Eid.EidServer.Forge;
using Microsoft.Extensions.Time.Testing;

namespace BaseComponents.Tests.Fuzz.Eid;

/// <summary>What a client makes of one answer of an eID server.</summary>
internal static class ServerResults
{
    public static EidServerSession Session { get; } = Sessions.Requiring([.. EidServerOperation.Known.Where(known => known != EidServerOperation.BirthName)]) with { MinimumLevel = AssuranceLevel.Substantial };

    /// <summary>The result; null where the answer was refused in the way that is promised.</summary>
    public static EidServerResult? Of(byte[] answer)
    {
        using var http = new HttpClient(new OneAnswer(answer));
        try
        {
            return EidServerClients.Create(ServerParties.Connection, http, new FakeTimeProvider(ServerParties.Now)).GetResultAsync(Session).GetAwaiter().GetResult();
        }
        catch (EidException)
        {
            return null;
        }
    }

    /// <summary>All that a result says, as one text.</summary>
    public static string Meaning(EidServerResult result) => result switch
    {
        EidServerResult.Verified verified => string.Join('\n',
        [
            .. verified.Identity.ToClaimsIdentity("eid").Claims.Select(claim => $"{claim.Type}={claim.Value}").Order(StringComparer.Ordinal),
            $"{verified.FulfilsAge}", $"{verified.FulfilsPlace}", verified.EidType?.Name, verified.SecondPseudonym?.Value, verified.Attestation?.Format, verified.Attestation?.Data,
        ]),
        EidServerResult.AttributesMissing missing => string.Join('\n', missing.Missing.Select(pair => $"{pair.Key}={pair.Value}").Order(StringComparer.Ordinal)),
        EidServerResult.LevelTooLow level => $"{level.Level}",
        _ => result.GetType().Name,
    };

    private sealed class OneAnswer(byte[] answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(answer) });
    }
}
