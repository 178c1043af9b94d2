using System.CommandLine;
using System.Security.Cryptography;

namespace BaseComponents.Tool.Commands.Authorities;

/// <summary>Keys of makers of snapshots, in files.</summary>
internal static class KeyFile
{
    public static Option<string[]> PublicKeys() => new("--public-key")
    {
        Description = "File with a public key (PEM) of those whose snapshots are used; several times for several.",
        Required = true,
        Arity = ArgumentArity.OneOrMore,
    };

    public static string[] Read(string[] files) => [.. files.Select(File.ReadAllText)];

    /// <exception cref="InvalidDataException">The file holds no private key.</exception>
    public static ECDsa ReadPrivate(string file)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(file));
            return key;
        }
        catch (ArgumentException exception)
        {
            key.Dispose();
            throw new InvalidDataException($"'{file}' holds no private key in PEM form (openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256).", exception);
        }
    }
}
