using BaseComponents.Sandbox.Internal.Pki;
using Microsoft.Extensions.Logging;

namespace BaseComponents.Sandbox.Internal;

/// <summary>What all services of one Sandbox share: addresses, clock, state, certificates, faults.</summary>
internal sealed class SandboxContext : IDisposable
{
    private SandboxContext(SandboxOptions options, SandboxPorts ports)
    {
        Ports = ports;
        Clock = options.TimeProvider;
        Logging = options.Logging;
        MailDropPath = options.MailDropPath;
        MostMails = options.MostMails;
        State = new SandboxState(options.StatePath);
        Authority = SandboxAuthority.LoadOrCreate(State, Keys, Clock);
    }

    public SandboxPorts Ports { get; }

    public int HttpPort => Ports.HttpNumber;

    public int HttpsPort => Ports.HttpsNumber;

    public int SmtpPort => Ports.SmtpNumber;

    public Uri HttpAddress => new($"http://127.0.0.1:{HttpPort}/");

    public Uri HttpsAddress => new($"https://127.0.0.1:{HttpsPort}/");

    public TimeProvider Clock { get; }

    public Action<ILoggingBuilder>? Logging { get; }

    public string? MailDropPath { get; }

    public int MostMails { get; }

    public SandboxState State { get; }

    public RsaKeys Keys { get; } = new();

    public SandboxAuthority Authority { get; }

    public SandboxFaults Faults { get; } = new();

    public static SandboxContext Create(SandboxOptions options)
    {
        var ports = new SandboxPorts(options);
        try
        {
            return new SandboxContext(options, ports);
        }
        catch
        {
            ports.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        Ports.Dispose();
        Keys.Dispose();
    }
}
