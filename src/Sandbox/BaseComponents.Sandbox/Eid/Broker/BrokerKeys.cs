using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using BaseComponents.Sandbox.Internal;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Server;

namespace BaseComponents.Sandbox.Eid.Broker;

/// <summary>Keys of the provider, kept between two starts: one signs, one seals codes, one makes pseudonyms.</summary>
internal sealed class BrokerKeys
{
    private const string Document = "eid/keys";
    private readonly SandboxContext _context;
    private KeptKeys _kept;

    public BrokerKeys(SandboxContext context)
    {
        _context = context;
        _kept = context.State.Read<KeptKeys>(Document) ?? Keep(new KeptKeys(NewSigningPem(), RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(32)));
    }

    public SecurityKey Signing => SigningKey(_kept.SigningPem);

    public SecurityKey Sealing => new SymmetricSecurityKey(_kept.Sealing);

    /// <summary>The pseudonym of a person for one client: another client sees another one.</summary>
    public string Pseudonym(string person, string client) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(_kept.Pseudonyms, Encoding.UTF8.GetBytes($"{client}\n{person}")));

    /// <summary>A new signing key from now on; the old one is no longer published, though codes made with it are still taken.</summary>
    public void Rotate(OpenIddictServerOptions options)
    {
        _kept = Keep(_kept with { SigningPem = NewSigningPem() });
        var fresh = Signing;
        options.TokenValidationParameters.IssuerSigningKeys = [fresh, .. options.TokenValidationParameters.IssuerSigningKeys ?? []];
        options.SigningCredentials[0] = new SigningCredentials(fresh, SecurityAlgorithms.RsaSha256);
    }

    private static RsaSecurityKey SigningKey(string pem)
    {
        var rsa = RSA.Create();
        rsa.ImportFromPem(pem);
        var thumbprint = Base64Url.EncodeToString(SHA256.HashData(rsa.ExportRSAPublicKey()));
        return new RsaSecurityKey(rsa) { KeyId = thumbprint[..16] };
    }

    private KeptKeys Keep(KeptKeys keys)
    {
        _context.State.Write(Document, keys);
        return keys;
    }

    private string NewSigningPem()
    {
        using var rsa = _context.Keys.Draw(2048);
        return rsa.ExportPkcs8PrivateKeyPem();
    }

    private sealed record KeptKeys(string SigningPem, byte[] Sealing, byte[] Pseudonyms);
}
