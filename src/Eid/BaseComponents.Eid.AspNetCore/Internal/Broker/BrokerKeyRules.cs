using BaseComponents.Shared;

namespace BaseComponents.Eid.AspNetCore.Internal.Broker;

/// <summary>Keys are loaded when the application starts: one that cannot be used stops the start, not the first citizen.</summary>
internal static class BrokerKeyRules
{
    public static IEnumerable<string> Failures(string section, EidBrokerOptions options)
    {
        var client = options.Client;
        var keys = new BrokerKeys(client);
        var signs = client.Authentication is BrokerClientAuthentication.PrivateKeyJwt || client.RequestObjects is BrokerRequestObjects.Always;
        if (signs && client.SigningCertificates.Count == 0)
            yield return $"{section}:Client:SigningCertificates is empty, but the application must sign. Name the certificate whose key the broker knows.";
        if (client.KeysPath is not null && client.SigningCertificates.Count + client.DecryptionCertificates.Count == 0)
            yield return $"{section}:Client:KeysPath is set, but there is no key to publish.";
        if (Failure(() => keys.Signing) is { } signing)
            yield return $"{section}:Client:SigningCertificates: {signing}";
        else if (client.SigningAlgorithm is { } algorithm && keys.Signing.Any(key => !key.Signs(algorithm)))
            yield return $"{section}:Client:SigningAlgorithm: '{algorithm}' does not fit the keys. RSA keys sign by PS256 to PS512 or RS256 to RS512, elliptic ones by ES256, ES384 or ES512 as their curve has it.";
        if (Failure(() => keys.Decrypting) is { } decrypting)
            yield return $"{section}:Client:DecryptionCertificates: {decrypting}";
    }

    private static string? Failure(Func<object> load)
    {
        try
        {
            load();
            return null;
        }
        catch (CertificateSourceException exception)
        {
            return exception.Message;
        }
    }
}
