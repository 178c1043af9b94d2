namespace BaseComponents.Authorities;

/// <summary>Whose answer counts where a directory has data of its own and asks a live source too.</summary>
public enum SourcePrecedence
{
    /// <summary>The directory's own data. The live source is asked where that has no answer, or is older than <see cref="AuthoritiesOptions.SnapshotAgeLimit"/>.</summary>
    SnapshotFirst,

    /// <summary>The live source. The directory's own data answers where the source fails or has no answer.</summary>
    LiveFirst,

    /// <summary>The directory's own data alone.</summary>
    SnapshotOnly,

    /// <summary>The live source alone. Own data, where there is any, only says which places there are.</summary>
    LiveOnly,
}
