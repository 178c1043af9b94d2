using System.Globalization;
using Microsoft.AspNetCore.Authentication;

namespace BaseComponents.Eid.AspNetCore;

/// <summary>Demands of a single log-in.</summary>
public static class EidChallengeExtensions
{
    internal const string LevelItem = "eid.minimum-level";

    /// <summary>Demands more than the scheme's minimum for this log-in: a step up to a page that needs it. Less than the scheme's minimum changes nothing.</summary>
    /// <param name="properties">The properties of the challenge.</param>
    /// <param name="level">The lowest level that is of use.</param>
    public static AuthenticationProperties WithMinimumLevel(this AuthenticationProperties properties, AssuranceLevel level)
    {
        ArgumentNullException.ThrowIfNull(properties);
        properties.Items[LevelItem] = ((int)level).ToString(CultureInfo.InvariantCulture);
        return properties;
    }

    internal static AssuranceLevel MinimumLevel(this AuthenticationProperties properties, AssuranceLevel schemes) =>
        properties.Items.TryGetValue(LevelItem, out var text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var level) && Enum.IsDefined((AssuranceLevel)level)
            ? (AssuranceLevel)Math.Max(level, (int)schemes)
            : schemes;
}
