using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Internal;
using BaseComponents.Shared;

namespace BaseComponents.Tests.Fuzz.SecureMail;

internal static class KeyFile
{
    public static void Load(string path, string password)
    {
        try
        {
            new CertificateOptions { Path = path, Password = password }.ToSource().GetAll();
        }
        catch (CertificateSourceException)
        {
            // A refusal.
        }
    }
}
