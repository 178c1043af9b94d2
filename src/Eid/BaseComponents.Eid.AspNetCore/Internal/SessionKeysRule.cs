using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;

namespace BaseComponents.Eid.AspNetCore.Internal;

/// <summary>
/// Sessions and pending log-ins are sealed with the application's Data Protection keys. Where real people log in, somebody must have decided
/// where these keys are kept and with what they are encrypted: the framework's default is a plain file, or memory.
/// </summary>
internal sealed class SessionKeysRule(string section, IOptions<KeyManagementOptions> keys)
{
    public string? Failure(EidEnvironment? environment) => environment is EidEnvironment.Sandbox or null || IsDecided()
        ? null
        : $"{section}: outside the Sandbox the application must say where its Data Protection keys are kept and how they are encrypted, since sessions hang on them. " +
          "Call services.AddDataProtection().PersistKeysTo…().ProtectKeysWith…() in Program.cs.";

    private bool IsDecided() => keys.Value is { XmlRepository: not null, XmlEncryptor: not null };
}
