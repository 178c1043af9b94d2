using System.Security.Cryptography;
using System.Text;

namespace BaseComponents.Eid.AspNetCore.Internal.Sessions;

/// <summary>Which session at the broker a session here came from.</summary>
/// <param name="Subject">Whose it is (<c>sub</c>).</param>
/// <param name="Session">Which of theirs (<c>sid</c>), where the broker says so.</param>
/// <param name="IssuedAt">When the broker wrote the ID token, in seconds since 1970.</param>
internal sealed record SessionOrigin(string? Subject, string? Session, long IssuedAt)
{
    /// <summary>Under which marks the end of the session may be found. Hashed: a mark tells nobody whose it is.</summary>
    public IEnumerable<string> EndMarks(SessionTenant tenant) => Session is null
        ? [Mark(tenant, "user", Subject), Mark(tenant, "user-of-session", Subject)]
        : [Mark(tenant, "session", Session), Mark(tenant, "user", Subject)];

    /// <summary>The mark for one session at the broker, or for all of a user; where a session here does not know which one it came from, that of the user ends it.</summary>
    public static IEnumerable<string> MarksToWrite(SessionTenant tenant, string? subject, string? session) => (subject, session) switch
    {
        (null, _) => [Mark(tenant, "session", session)],
        (_, null) => [Mark(tenant, "user", subject)],
        _ => [Mark(tenant, "session", session), Mark(tenant, "user-of-session", subject)],
    };

    private static string Mark(SessionTenant tenant, string kind, string? value) =>
        "eid-ended:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{tenant.Mark}\n{kind}\n{value}")));
}
