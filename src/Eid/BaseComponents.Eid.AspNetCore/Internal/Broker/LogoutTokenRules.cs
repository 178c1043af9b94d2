using System.Text.Json;

namespace BaseComponents.Eid.AspNetCore.Internal.Broker;

/// <summary>What a logout token says.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Subject">Whose sessions end; null where only one session does.</param>
/// <param name="Session">Which session ends; null for all of the user's.</param>
/// <param name="IssuedAt">When the broker wrote it, in seconds since 1970.</param>
/// <param name="Until">From when on nobody takes it any more.</param>
internal sealed record LogoutStatement(string Id, string? Subject, string? Session, long IssuedAt, DateTimeOffset Until);

/// <summary>Rules for the claims of a logout token whose signature, issuer and audience were found right (OpenID Connect Back-Channel Logout 1.0, section 2.6).</summary>
internal sealed class LogoutTokenRules(EidBrokerOptions broker, TimeProvider clock)
{
    private const string Event = "http://schemas.openid.net/event/backchannel-logout";
    private const int LongestText = 255;
    private static readonly TimeSpan LongestLife = TimeSpan.FromDays(1);

    /// <exception cref="LoginFailure">A rule is broken.</exception>
    public LogoutStatement Read(JsonElement payload)
    {
        if (payload.TryGetProperty("nonce", out _))
            throw Failure("logout-token-with-nonce");
        if (!payload.TryGetProperty("events", out var events) || events.ValueKind is not JsonValueKind.Object || !events.TryGetProperty(Event, out var logout) || logout.ValueKind is not JsonValueKind.Object)
            throw Failure("logout-token-without-event");
        var (issuedAt, until) = (Time(payload, "iat"), Time(payload, "exp"));
        CheckTimes(issuedAt, until);
        var (subject, session) = (Text(payload, "sub"), Text(payload, "sid"));
        if (subject is null && session is null)
            throw Failure("logout-token-for-nobody");
        return new LogoutStatement(Text(payload, "jti") ?? throw Failure("logout-token-without-number"), subject, session, issuedAt.ToUnixTimeSeconds(), until + broker.ClockSkew);
    }

    private void CheckTimes(DateTimeOffset issuedAt, DateTimeOffset until)
    {
        var now = clock.GetUtcNow();
        if (until + broker.ClockSkew <= now)
            throw Failure("logout-token-expired");
        if (issuedAt - broker.ClockSkew > now || until - issuedAt > LongestLife || until < issuedAt)
            throw Failure("logout-token-times-unacceptable");
    }

    private static DateTimeOffset Time(JsonElement payload, string name) =>
        payload.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Number && value.TryGetDouble(out var seconds) && seconds is > 0 and < 32_503_680_000
            ? DateTimeOffset.FromUnixTimeSeconds((long)seconds)
            : throw Failure("logout-token-without-time");

    private static string? Text(JsonElement payload, string name)
    {
        if (!payload.TryGetProperty(name, out var value))
            return null;
        return value.ValueKind is JsonValueKind.String && value.GetString() is { Length: > 0 and <= LongestText } text ? text : throw Failure("logout-token-unreadable");
    }

    private static LoginFailure Failure(string reason) => new(EidLoginOutcome.Rejected, reason);
}
