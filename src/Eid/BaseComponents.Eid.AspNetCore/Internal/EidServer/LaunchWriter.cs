using System.Text;
using BaseComponents.Shared;

namespace BaseComponents.Eid.AspNetCore.Internal.EidServer;

/// <summary>The ways to the AusweisApp for one log-in.</summary>
internal static class LaunchWriter
{
    // About 1000 characters: beyond that, cameras give up in front of a screen.
    private const int LargestVersion = 25;
    private const int MostBytesInQrCode = 990;
    private const string QrTitle = "QR-Code: öffnet diese Anmeldung auf Ihrem Smartphone.";

    public static EidServerLaunch Write(CardLogIns logIns, LaunchTicket launch, string ticket)
    {
        var token = Uri.EscapeDataString(logIns.Paths.Address(logIns.Paths.TcToken, ticket).AbsoluteUri);
        var otherDevice = logIns.StartAddress(launch.Level, launch.OtherReturnUrl ?? launch.ReturnUrl, otherReturnUrl: null);
        return new EidServerLaunch
        {
            Scheme = logIns.Scheme,
            DesktopAddress = With(logIns.Options.ClientAddress!, $"tcTokenURL={token}"),
            MobileAddress = With(logIns.Options.MobileClientAddress!, $"tcTokenURL={token}"),
            OtherDeviceAddress = otherDevice,
            OtherDeviceQrCode = QrCode(otherDevice),
            StatusAddress = With(logIns.Options.ClientAddress!, "Status=json"),
            StatusScriptPath = logIns.Paths.StatusScript,
            ReturnUrl = launch.ReturnUrl,
            ExpiresAt = launch.ExpiresAt,
        };
    }

    private static string? QrCode(Uri address) => Encoding.ASCII.GetBytes(address.AbsoluteUri) is { Length: <= MostBytesInQrCode } content
        ? QrSvg.Write(QrModules.Of(content, LargestVersion), QrTitle)
        : null;

    private static string With(Uri address, string query) => $"{address.OriginalString}{(address.OriginalString.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{query}";
}
