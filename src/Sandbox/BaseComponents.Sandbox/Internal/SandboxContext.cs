using System.Net;
using System.Net.Sockets;
using BaseComponents.Sandbox.Internal.Pki;

namespace BaseComponents.Sandbox.Internal;

/// <summary>What all services of one Sandbox share: addresses, clock, state, certificates, faults.</summary>
internal sealed class SandboxContext
{
    private SandboxContext(SandboxOptions options)
    {
        HttpPort = options.HttpPort != 0 ? options.HttpPort : FreePort();
        HttpsPort = options.HttpsPort != 0 ? options.HttpsPort : FreePort();
        SmtpPort = options.SmtpPort != 0 ? options.SmtpPort : FreePort();
        Clock = options.TimeProvider;
        State = new SandboxState(options.StatePath);
        Authority = SandboxAuthority.LoadOrCreate(State, Clock);
    }

    public int HttpPort { get; }

    public int HttpsPort { get; }

    public int SmtpPort { get; }

    public Uri HttpAddress => new($"http://127.0.0.1:{HttpPort}/");

    public Uri HttpsAddress => new($"https://127.0.0.1:{HttpsPort}/");

    public TimeProvider Clock { get; }

    public SandboxState State { get; }

    public SandboxAuthority Authority { get; }

    public SandboxFaults Faults { get; } = new();

    public static SandboxContext Create(SandboxOptions options) => new(options);

    // Addresses are part of the configuration handed out before the listeners start, so the ports must be known first.
    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
