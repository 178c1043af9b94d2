namespace BaseComponents.SecureMail;

/// <summary>Which world a set of settings belongs to.</summary>
public enum SecureMailEnvironment
{
    /// <summary>The Sandbox on this machine. Refused where the host's environment is Production.</summary>
    Sandbox,

    /// <summary>A test system of the administration.</summary>
    Test,

    /// <summary>Real mail to real offices.</summary>
    Production,
}
