using System.Net;
using MimeKit;

namespace BaseComponents.SecureMail.Wire.Mime;

/// <summary>
/// Whether a mail came straight from the gateway, as the mailbox's own server says. Each server writes its Received header on top, so the first one is true, and the next one is as long as the one
/// above says that a machine of ours handed the mail over.
/// </summary>
internal static class GatewayPath
{
    private const int MaxHops = 8;

    /// <returns>Where the gateway's own Received header stands: above it nobody before the gateway could write. Null where the mail did not come from there.</returns>
    public static int? BoundaryIn(HeaderList headers, GatewayMarkOptions options)
    {
        var places = headers.Index().Where(header => header.Item.Id is HeaderId.Received).Take(MaxHops).Select(header => header.Index).ToList();
        for (var number = 0; number + 1 < places.Count; number++)
        {
            var hop = ReceivedHop.Read(headers[places[number]]);
            if (hop is null || !IsSame(hop.By, options.MailboxServer))
                return null;
            if (IsGateway(hop.From, options))
                return ReceivedHop.Read(headers[places[number + 1]]) is { } next && IsSame(next.By, options.GatewayServer) ? places[number + 1] : null;
            if (!IsInside(hop, options))
                return null;
        }

        return null;
    }

    private static bool IsGateway(IPAddress? from, GatewayMarkOptions options) => from is not null && options.GatewayAddresses.Any(address => IPAddress.Parse(address).Equals(Plain(from)));

    // From one program to the next on the mailbox's own machine: over loopback, or by LMTP through a socket, which has no address.
    private static bool IsInside(ReceivedHop hop, GatewayMarkOptions options) =>
        hop.From is { } from ? IPAddress.IsLoopback(from) : IsSame(hop.FromName, options.MailboxServer) && "LMTP".Equals(hop.With, StringComparison.OrdinalIgnoreCase);

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    private static bool IsSame(string name, string? configured) => name.Equals(configured, StringComparison.OrdinalIgnoreCase);
}
