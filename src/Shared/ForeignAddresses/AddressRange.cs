using System.Net;
using System.Net.Sockets;

namespace BaseComponents.Shared.ForeignAddresses;

/// <summary>
/// Whether an address belongs to the public network. Whoever writes a mail or a certificate chooses the addresses in it, and must not make this process
/// call on machines that stand behind the firewall (RFC 6890 and the registries of IANA for special purposes).
/// </summary>
internal static class AddressRange
{
    private static readonly IPNetwork[] NotPublic =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "::/128", "::1/128", "100::/64", "2001:db8::/32", "3fff::/20", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        }.Select(static range => IPNetwork.Parse(range)),
    ];

    // A translator on the way may take the four octets inside for the target: the outer address says nothing then.
    private static readonly (IPNetwork Range, int Offset)[] Translated =
        [(IPNetwork.Parse("64:ff9b::/96"), 12), (IPNetwork.Parse("64:ff9b:1::/48"), 12), (IPNetwork.Parse("2002::/16"), 2), (IPNetwork.Parse("::/96"), 12)];

    // Its four octets are turned over, and tell where the tunnel ends.
    private static readonly IPNetwork Teredo = IPNetwork.Parse("2001::/32");

    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            return IsPublic(address.MapToIPv4());
        if (NotPublic.Any(range => range.Contains(address)))
            return false;
        return address.AddressFamily is not AddressFamily.InterNetworkV6 || (!Teredo.Contains(address) && IsPublicInside(address));
    }

    private static bool IsPublicInside(IPAddress address)
    {
        var octets = address.GetAddressBytes();
        return Translated.All(translated => !translated.Range.Contains(address) || IsPublic(new IPAddress(octets.AsSpan(translated.Offset, 4))));
    }
}
