using System.Globalization;
using Microsoft.AspNetCore.Authentication;

namespace BaseComponents.Eid.AspNetCore;

/// <summary>Demands of a single log-in.</summary>
public static class EidChallengeExtensions
{
    internal const string LevelItem = "eid.minimum-level";
    internal const string OtherDeviceItem = "eid.other-device-return";

    /// <summary>Demands more than the scheme's minimum for this log-in: a step up to a page that needs it. Less than the scheme's minimum changes nothing.</summary>
    /// <param name="properties">The properties of the challenge.</param>
    /// <param name="level">The lowest level that is of use.</param>
    public static AuthenticationProperties WithMinimumLevel(this AuthenticationProperties properties, AssuranceLevel level)
    {
        ArgumentNullException.ThrowIfNull(properties);
        properties.Items[LevelItem] = ((int)level).ToString(CultureInfo.InvariantCulture);
        return properties;
    }

    /// <summary>Where a phone goes on that took the QR code of a log-in with the identity card, where that is another page than in this browser: such as the beginning, since what was entered here is not there.</summary>
    /// <param name="properties">The properties of the challenge.</param>
    /// <param name="returnUrl">An address of this application, or of a site in <see cref="EidServerOptions.AllowedReturnOrigins"/>.</param>
    public static AuthenticationProperties WithOtherDeviceReturn(this AuthenticationProperties properties, string returnUrl)
    {
        ArgumentNullException.ThrowIfNull(properties);
        ArgumentException.ThrowIfNullOrEmpty(returnUrl);
        properties.Items[OtherDeviceItem] = returnUrl;
        return properties;
    }

    internal static AssuranceLevel MinimumLevel(this AuthenticationProperties properties, AssuranceLevel schemes) =>
        properties.Items.TryGetValue(LevelItem, out var text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var level) && Enum.IsDefined((AssuranceLevel)level)
            ? (AssuranceLevel)Math.Max(level, (int)schemes)
            : schemes;
}
