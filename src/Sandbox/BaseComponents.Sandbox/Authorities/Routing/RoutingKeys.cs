using System.Buffers.Text;
using System.Security.Cryptography;
using BaseComponents.Sandbox.Internal;

namespace BaseComponents.Sandbox.Authorities.Routing;

/// <summary>A key that signs destinations, and its name.</summary>
internal sealed record RoutingKey(string Id, string Pem)
{
    public RSA Open()
    {
        var rsa = RSA.Create();
        rsa.ImportFromPem(Pem);
        return rsa;
    }
}

/// <summary>
/// The keys of the issuer and of a stranger, made when somebody needs them: such a key takes more than a second. Kept between two starts.
/// </summary>
internal sealed class RoutingKeys(SandboxContext sandbox)
{
    private const string Document = "authorities/routing-keys";
    private const int Bits = 4096;
    private readonly Lock _lock = new();

    /// <summary>The key that signs now.</summary>
    public RoutingKey Current => Kept().Published[0];

    /// <summary>What the issuer shows.</summary>
    public IReadOnlyList<RoutingKey> Published => Kept().Published;

    /// <summary>A key that the issuer never had.</summary>
    public RoutingKey Foreign
    {
        get
        {
            lock (_lock)
                return Kept().Foreign ?? Keep(Kept() with { Foreign = New() }).Foreign!;
        }
    }

    /// <summary>A new key signs from now on; the one before is still shown.</summary>
    public void Rotate()
    {
        lock (_lock)
            Keep(Kept() with { Published = [New(), Current] });
    }

    /// <summary>A new key signs from now on, and no other is shown any more.</summary>
    /// <returns>The key that signed before.</returns>
    public RoutingKey Withdraw()
    {
        lock (_lock)
        {
            var before = Current;
            Keep(Kept() with { Published = [New()] });
            return before;
        }
    }

    private KeptKeys Kept()
    {
        lock (_lock)
            return sandbox.State.Read<KeptKeys>(Document) ?? Keep(new KeptKeys([New()], null));
    }

    private KeptKeys Keep(KeptKeys keys)
    {
        sandbox.State.Write(Document, keys);
        return keys;
    }

    private RoutingKey New()
    {
        using var rsa = sandbox.Keys.Draw(Bits);
        return new RoutingKey(Base64Url.EncodeToString(SHA256.HashData(rsa.ExportSubjectPublicKeyInfo())), rsa.ExportPkcs8PrivateKeyPem());
    }

    private sealed record KeptKeys(IReadOnlyList<RoutingKey> Published, RoutingKey? Foreign);
}
