package portal

type discoveryFile struct {
	Sitemaps []string     `yaml:"sitemaps"`
	Feeds    []string     `yaml:"feeds"`
	Lists    []listFile   `yaml:"lists"`
	IDs      []rangeFile  `yaml:"ids"`
	Postback postbackFile `yaml:"postback"`
}

type listFile struct {
	ID     string    `yaml:"id"`
	Starts []string  `yaml:"starts"`
	Items  []string  `yaml:"items"`
	JSON   *jsonFile `yaml:"json"`
	Pages  pagesFile `yaml:"pages"`
	Most   int       `yaml:"most"`
}

type pagesFile struct {
	Query    string       `yaml:"query"`
	Path     string       `yaml:"path"`
	Address  string       `yaml:"address"`
	Form     string       `yaml:"form"`
	Postback postbackFile `yaml:"postback"`
	First    *int         `yaml:"first"`
	Step     *int         `yaml:"step"`
}

type postbackFile struct {
	Select []string `yaml:"select"`
	Words  string   `yaml:"words"`
}

type jsonFile struct {
	Items   string `yaml:"items"`
	Link    string `yaml:"link"`
	Address string `yaml:"address"`
	Title   string `yaml:"title"`
	HTML    string `yaml:"html"`
	Last    string `yaml:"last"`
	Total   string `yaml:"total"`
}

type rangeFile struct {
	ID      string `yaml:"id"`
	Address string `yaml:"address"`
	From    int    `yaml:"from"`
	To      int    `yaml:"to"`
	Misses  int    `yaml:"misses"`
}
