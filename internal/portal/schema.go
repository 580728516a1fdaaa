package portal

// The files as they are written; data/portals/README.md tells what each key
// means.

type portalFile struct {
	ID       string   `yaml:"id"`
	Name     string   `yaml:"name"`
	Hosts    []string `yaml:"hosts"`
	Seeds    []string `yaml:"seeds"`
	Family   string   `yaml:"family"`
	Titles   []string `yaml:"titles"`
	Place    string   `yaml:"place"`
	Province string   `yaml:"province"`
	Issuer   string   `yaml:"issuer"`
	Exclude  []string `yaml:"exclude"`
	Files    []string `yaml:"files"`
	Delay    string   `yaml:"delay"`
	Note     string   `yaml:"note"`
	Browser  bool     `yaml:"browser"`

	Connections int         `yaml:"connections"`
	Hours       string      `yaml:"hours"`
	TLS         tlsFile     `yaml:"tls"`
	Addresses   addressFile `yaml:"addresses"`
	Revisit     revisitFile `yaml:"revisit"`

	Discovery discoveryFile `yaml:"discovery"`
}

type tlsFile struct {
	Oldest string `yaml:"oldest"`
	Broken bool   `yaml:"broken_chain"`
}

type addressFile struct {
	Drop     []string `yaml:"drop"`
	FoldCase bool     `yaml:"fold_case"`
}

type revisitFile struct {
	Lists string `yaml:"lists"`
	Pages string `yaml:"pages"`
	Files string `yaml:"files"`
}

type familyFile struct {
	ID        string `yaml:"id"`
	Name      string `yaml:"name"`
	Note      string `yaml:"note"`
	Fallback  bool   `yaml:"fallback"`
	Recognise struct {
		Select []string `yaml:"select"`
		Lines  []string `yaml:"lines"`
	} `yaml:"recognise"`
	Exclude []string     `yaml:"exclude"`
	Chrome  []string     `yaml:"chrome"`
	Noise   []string     `yaml:"noise"`
	Lists   []string     `yaml:"lists"`
	Next    pagerFile    `yaml:"next"`
	Layouts []layoutFile `yaml:"layouts"`

	Discovery discoveryFile `yaml:"discovery"`
}

type pagerFile struct {
	Select []string `yaml:"select"`
	Words  string   `yaml:"words"`
	Path   string   `yaml:"path"`
}

type layoutFile struct {
	ID          string    `yaml:"id"`
	Kind        string    `yaml:"kind"`
	Region      []string  `yaml:"region"`
	Drop        []string  `yaml:"drop"`
	Title       fieldFile `yaml:"title"`
	Published   fieldFile `yaml:"published"`
	Author      fieldFile `yaml:"author"`
	Views       fieldFile `yaml:"views"`
	Attachments []string  `yaml:"attachments"`
	Stamp       string    `yaml:"stamp"`
	Signed      string    `yaml:"signed"`
	End         string    `yaml:"end"`
}

type fieldFile struct {
	Select  []string `yaml:"select"`
	Pattern string   `yaml:"pattern"`
}
