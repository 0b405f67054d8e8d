package scan

import (
	"os/exec"
	"syscall"
)

// diesWithUs has the kernel end the program when we end, however that comes.
func diesWithUs(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
}
