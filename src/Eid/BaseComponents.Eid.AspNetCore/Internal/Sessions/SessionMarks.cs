using System.Globalization;
using Microsoft.AspNetCore.Authentication;

namespace BaseComponents.Eid.AspNetCore.Internal.Sessions;

/// <summary>What a session remembers of its log-in besides the user.</summary>
internal static class SessionMarks
{
    private const string TenantItem = "eid.tenant";
    private const string IdleItem = "eid.idle-seconds";
    private const string EndItem = "eid.end-marks";
    private const string IssuedItem = "eid.id-token-issued";

    public static void Write(AuthenticationProperties properties, SessionTenant tenant, AssuranceLevel level)
    {
        properties.Items[TenantItem] = tenant.Mark;
        properties.Items[IdleItem] = SessionLimits.Idle(level).TotalSeconds.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Keeps where the session came from, so that the broker can end it.</summary>
    public static void Write(AuthenticationProperties properties, SessionTenant tenant, SessionOrigin origin)
    {
        properties.Items[EndItem] = string.Join(' ', origin.EndMarks(tenant));
        properties.Items[IssuedItem] = origin.IssuedAt.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Under which marks the end of the session may be found, and when its ID token was written; no marks where no broker can end it.</summary>
    public static (string[] EndMarks, long IssuedAt) Origin(AuthenticationProperties properties) =>
        properties.Items.TryGetValue(EndItem, out var marks) && marks is { Length: > 0 }
        && properties.Items.TryGetValue(IssuedItem, out var text) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var issuedAt)
            ? (marks.Split(' '), issuedAt)
            : ([], 0);

    /// <summary>Whose session it is; null where another log-in of the application made it.</summary>
    public static string? Tenant(AuthenticationProperties properties) => properties.Items.TryGetValue(TenantItem, out var mark) ? mark : null;

    public static TimeSpan? Idle(AuthenticationProperties properties) =>
        properties.Items.TryGetValue(IdleItem, out var text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : null;
}
