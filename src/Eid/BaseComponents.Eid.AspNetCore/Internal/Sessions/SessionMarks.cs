using System.Globalization;
using Microsoft.AspNetCore.Authentication;

namespace BaseComponents.Eid.AspNetCore.Internal.Sessions;

/// <summary>What a session remembers of its log-in besides the user.</summary>
internal static class SessionMarks
{
    private const string TenantItem = "eid.tenant";
    private const string IdleItem = "eid.idle-seconds";

    public static void Write(AuthenticationProperties properties, SessionTenant tenant, AssuranceLevel level)
    {
        properties.Items[TenantItem] = tenant.Mark;
        properties.Items[IdleItem] = SessionLimits.Idle(level).TotalSeconds.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Whose session it is; null where another log-in of the application made it.</summary>
    public static string? Tenant(AuthenticationProperties properties) => properties.Items.TryGetValue(TenantItem, out var mark) ? mark : null;

    public static TimeSpan? Idle(AuthenticationProperties properties) =>
        properties.Items.TryGetValue(IdleItem, out var text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : null;
}
