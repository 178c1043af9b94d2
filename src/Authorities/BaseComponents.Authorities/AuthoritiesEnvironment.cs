namespace BaseComponents.Authorities;

/// <summary>Which kind of service the directory is pointed at.</summary>
public enum AuthoritiesEnvironment
{
    /// <summary>The Sandbox on this machine. Refused where the host's environment is Production.</summary>
    Sandbox,

    /// <summary>A test system of the operator.</summary>
    Test,

    /// <summary>The real data.</summary>
    Production,
}
