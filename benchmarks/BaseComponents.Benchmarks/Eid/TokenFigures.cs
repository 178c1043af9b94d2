using System.Security.Cryptography;
using BaseComponents.Eid.AspNetCore;
using BaseComponents.Eid.AspNetCore.Internal.Broker;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace BaseComponents.Benchmarks.Eid;

/// <summary>A token of a broker through the component's reader, and through the bare handler of Microsoft.IdentityModel with the same key and demands.</summary>
internal sealed class TokenFigures
{
    private const string Issuer = "https://broker.example";
    private const string Client = "client";
    private const int Batch = 500;

    private readonly string _token;
    private readonly BrokerTokens _ours;
    private readonly TokenValidationParameters _demands;

    private TokenFigures(RsaSecurityKey key)
    {
        var found = new OpenIdConnectConfiguration { Issuer = Issuer };
        found.SigningKeys.Add(key);
        var broker = new EidBrokerOptions { Authority = new Uri(Issuer), ClientId = Client };
        var keys = new StaticConfigurationManager<OpenIdConnectConfiguration>(found);
        _ours = new BrokerTokens(broker, new BrokerKeys(broker.Client), keys);
        _demands = new TokenValidationParameters { ConfigurationManager = keys, ValidAudience = Client, ValidAlgorithms = [SecurityAlgorithms.RsaSha256], ValidateLifetime = false };
        _token = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Client,
            Expires = DateTime.UtcNow.AddHours(1),
            Claims = new Dictionary<string, object> { ["sub"] = "0123456789012345678901234567890123456789012", ["acr"] = "http://eidas.europa.eu/LoA/high", ["given_name"] = "ERIKA", ["family_name"] = "MUSTERMANN" },
            SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.RsaSha256),
        });
    }

    public static async Task RunAsync(bool quick)
    {
        using var rsa = RSA.Create(3072);
        var figures = new TokenFigures(new RsaSecurityKey(rsa) { KeyId = "1" });
        var turns = await Turns.TakeAsync(2, quick ? 5 : 15, figures.OursAsync, figures.BareAsync);
        Measurement.Report("eid.jwt.validate_us", turns.Ours / Batch * 1e6, "us");
        Measurement.Report("eid.jwt.raw_us", turns.Bare / Batch * 1e6, "us");
        Measurement.Report("eid.jwt.vs_raw", turns.Ratio, "x");
    }

    private async Task OursAsync()
    {
        for (var i = 0; i < Batch; i++)
            await _ours.ReadAsync(_ours.Open(_token, mustBeEncrypted: false, "JWT"));
    }

    private async Task BareAsync()
    {
        var handler = new JsonWebTokenHandler();
        for (var i = 0; i < Batch; i++)
            if (!(await handler.ValidateTokenAsync(_token, _demands)).IsValid)
                throw new InvalidOperationException("The token is not valid: there is nothing to measure.");
    }
}
