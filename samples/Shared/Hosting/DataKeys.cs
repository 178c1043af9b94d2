using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;

namespace MunicipalService.Hosting;

/// <summary>
/// Where the keys that seal the cases are kept, and what protects them: a certificate where one is configured, the operating system on Windows,
/// else the rights of the folder alone, which is refused outside the Sandbox.
/// </summary>
public static class DataKeys
{
    public static string AddDataKeys(this IServiceCollection services, KeyProtection protection, string dataPath, IHostEnvironment environment)
    {
        // The cases are sealed, but how many there are and since when is nobody's business either.
        PrivateFolder(dataPath);
        var folder = PrivateFolder(protection.SharedPath ?? Path.Combine(dataPath, "keys"));
        var keys = services.AddDataProtection().SetApplicationName(protection.Application).PersistKeysToFileSystem(folder);
        if (protection.CertificatePath is { } path)
        {
            keys.ProtectKeysWithCertificate(X509CertificateLoader.LoadPkcs12FromFile(path, protection.CertificatePassword));
            return "The keys that seal the cases are encrypted with the configured certificate.";
        }

        if (OperatingSystem.IsWindows())
        {
            keys.ProtectKeysWithDpapi();
            return "The keys that seal the cases are encrypted by Windows for this account (DPAPI).";
        }

        if (!environment.IsEnvironment("Sandbox"))
            throw new InvalidOperationException(
                $"The keys that seal the cases would lie unencrypted on the disk. Name a certificate in {protection.Application}:KeyProtectionCertificatePath.");
        return "The keys that seal the cases are protected by the rights of their folder alone, which only the Sandbox allows.";
    }

    /// <summary>The folder; if it has to be made, for this account alone.</summary>
    public static DirectoryInfo PrivateFolder(string path) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(path)
        : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
}

/// <summary>What protects the keys at rest.</summary>
/// <param name="Application">Name of the service and of its section of the settings: its keys are its own.</param>
/// <param name="CertificatePath">A PKCS#12 file with a private key.</param>
/// <param name="CertificatePassword">Password of that file.</param>
public sealed record KeyProtection(string Application, string? CertificatePath, string? CertificatePassword)
{
    /// <summary>Folder of the keys where several nodes share them.</summary>
    /// <value><see langword="null"/>: <c>keys</c> below the data of this node</value>
    public string? SharedPath { get; init; }

    /// <summary>The application alone: the password must not reach a log.</summary>
    public override string ToString() => Application;
}
