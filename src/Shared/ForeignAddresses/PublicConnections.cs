using System.Net;
using System.Net.Sockets;

namespace BaseComponents.Shared.ForeignAddresses;

/// <summary>
/// Connects to the very address that was looked at: a name that leads elsewhere a moment later (rebinding) gains nothing.
/// </summary>
/// <param name="rules">Whom to trust.</param>
/// <param name="resolve">Addresses of a name.</param>
internal sealed class PublicConnections(FetchRules rules, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
{
    /// <exception cref="PlaceException">None of the addresses is public.</exception>
    /// <exception cref="SocketException">The name is unknown, or nobody listens.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var target = context.DnsEndPoint;
        var addresses = await AddressesAsync(target.Host, cancellationToken).ConfigureAwait(false);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, target.Port, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task<IPAddress[]> AddressesAsync(string host, CancellationToken cancellationToken)
    {
        var all = IPAddress.TryParse(host, out var literal) ? [literal] : await resolve(host, cancellationToken).ConfigureAwait(false);
        // Through a proxy it is the proxy's own address that is asked for; which hosts it may call on was decided before.
        if (rules.Proxy is not null || rules.Trusts(host))
            return all;
        var isPublic = Array.FindAll(all, AddressRange.IsPublic);
        return isPublic.Length > 0 ? isPublic : throw new PlaceException();
    }
}

/// <summary>The name leads to machines that must not be called on.</summary>
internal sealed class PlaceException() : Exception("The address leads to a machine that is not on the public network.");
